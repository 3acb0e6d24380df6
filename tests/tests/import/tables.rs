//! Tables of other programs.

use super::{lines, unread, year};
use planning_wheel::import::{Columns, Field, GroupMatch, Table, match_groups, read, read_table};
use planning_wheel::time::Lang;
use planning_wheel_tests::plan;

#[test]
fn a_table_as_people_have_it_is_read() {
    let found = read(
        b"Sammantr\xe4den 2027;;;;\r\n\
          Namn;Grupp;Datum;Tid;Plats\r\n\
          M\xf6te 1;NSO;tor 11 mars;9.00\x9612.00;Sal A\r\n\
          M\xf6te 2;NSO;2027-04-15 13:00;;\"Sal; B\"\r\n\
          Internat;LSG;20 sep 2027;12:00;\r\n",
        year(2027),
        "Europe/Stockholm",
    );
    assert_eq!(
        lines(&found),
        "2027-03-11 09:00 180 Möte 1\n2027-04-15 13:00 – Möte 2\n2027-09-20 12:00 – Internat\n"
    );
    assert_eq!(found.items[1].location.as_deref(), Some("Sal; B"));
    assert_eq!(
        unread(&found, Lang::Sv),
        ["Rad 1, ”Sammanträden 2027”: raden står ovanför kolumnernas namn. Den hoppas över."]
    );
}

#[test]
fn every_rejected_row_says_where_what_and_how() {
    let table = "namn,start,slut,tid,längd,typ\n\
                 Bra,2027-03-11,2027-03-12,,,möte\n\
                 ,2027-03-11,,,,\n\
                 Utan dag,,,,,\n\
                 Fel veckodag,fre 2027-03-11,,,,\n\
                 Ingen dag,31/4 2027,,,,\n\
                 Amerikansk,11/18/2027,,,,\n\
                 Tal,46457,,,,möte\n\
                 Bakvänd,2027-03-11,2027-03-01,,,\n\
                 Tid,2027-03-11,,snart,,\n\
                 Längd,2027-03-11,,,lång,\n\
                 Sort,2027-03-11,,,,fika\n\
                 Baklänges,2027-03-11,,12-9,,möte\n";
    let found = read_table(table, None, year(2027));
    assert_eq!(lines(&found), "2027-03-11 – – Bra (till 2027-03-12)\n");
    let told = unread(&found, Lang::Sv);
    let starts = [
        "Rad 3, namn: namnet saknas.",
        "Rad 4, start, ”Utan dag”: dagen saknas.",
        "Rad 5, start, ”fre 2027-03-11”: ",
        "Rad 6, start, ”31/4 2027”: ",
        "Rad 7, start, ”11/18/2027”: ",
        "Rad 8, start, ”46457”: dagen är ett tal.",
        "Rad 9, slut, ”2027-03-01”: det slutar innan det börjar.",
        "Rad 10, tid, ”snart”: det är inget klockslag.",
        "Rad 11, längd, ”lång”: det är ingen längd.",
        "Rad 12, typ, ”fika”: sorten är okänd.",
        "Rad 13, tid, ”12-9”: det slutar innan det börjar.",
    ];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    for (told, start) in told.iter().zip(starts) {
        assert!(told.starts_with(start), "{told}\nis not\n{start}");
        assert!(told.ends_with('.'), "{told}");
    }
    assert!(
        told[2].contains("torsdag") && told[3].contains("april") && told[4].contains("18"),
        "{told:#?}"
    );
}

#[test]
fn a_person_may_choose_other_columns() {
    let table = Table::read("kurs\tvecka\tdag\na\tv. 10\t2027-03-11\n");
    let mut columns = Columns::guess(&table);
    assert_eq!(
        (columns.get(Field::Title), columns.unused(&table)),
        (Some(0), vec![1])
    );
    columns.set(Field::Note, Some(1));
    let found = read_table(
        "kurs\tvecka\tdag\na\tv. 10\t2027-03-11\n",
        Some(&columns),
        year(2027),
    );
    assert_eq!(found.items[0].note.as_deref(), Some("v. 10"));
}

#[test]
fn days_across_the_turn_of_the_year_need_no_year() {
    let found = read_table("namn;start;slut\nLov;22 dec;3 jan\n", None, year(2027));
    assert_eq!(lines(&found), "2027-12-22 – – Lov (till 2028-01-03)\n");
}

#[test]
fn groups_are_found_by_id_name_and_short_name() {
    let plan = plan("sskl-kalmar");
    let body = plan.bodies().first().unwrap();
    let name = body.name().get(Lang::Sv).to_uppercase();
    let table = format!(
        "namn;grupp;datum\na;{};1/2 2027\nb;{name};1/3 2027\nc;Okänd;1/4 2027\n",
        body.id()
    );
    let found = read_table(&table, None, year(2027));
    let groups = match_groups(&found.items, &plan);
    let bodies: Vec<Option<&str>> = groups.iter().map(|one| one.body.as_deref()).collect();
    assert_eq!(
        bodies,
        [Some(body.id().as_str()), Some(body.id().as_str()), None]
    );
    let unknown = GroupMatch {
        written: "Okänd".into(),
        items: 1,
        body: None,
    };
    assert_eq!(groups[2], unknown);
}
