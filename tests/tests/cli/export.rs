//! `export`: files for others, written by a scheduled job.

use super::{Ran, planning_wheel, with_input};
use planning_wheel_cli::Exit;
use planning_wheel_tests::{AGREEMENTS, assert_pinned, project_bytes};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

const YEAR: &str = "--year 2027 --ics --stamp 2027-01-05T08:00:00Z";

/// A folder of its own for a test, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("planning-wheel-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    /// Names of what lies in it.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<String> = entries
            .map(|entry| name(entry).into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A run that wrote a file and had nothing to say.
fn silent(line: &str) -> Ran {
    let ran = planning_wheel(line);
    assert_eq!(
        (ran.exit, ran.out.as_str(), ran.err.as_str()),
        (Exit::Fine, "", ""),
        "{line}"
    );
    ran
}

fn count(file: &str) -> usize {
    file.matches("\r\nBEGIN:VEVENT\r\n").count()
}

#[test]
fn what_programs_read() {
    let small = project_bytes("tests/data/cli/small.json");
    for (file, lang) in [("feed-sv.ics", "sv"), ("feed-en.ics", "en")] {
        let line = format!("export - {YEAR} --lang {lang} -o -");
        assert_pinned(
            &format!("cli/{file}"),
            &with_input(&line, &small).fine(&line),
        );
    }
}

#[test]
fn files_hold_the_entries_of_the_calendar() {
    for name in AGREEMENTS {
        for options in [
            "--year 2027",
            "--mandate 2027 --per-principal",
            "--from 2027-08-01 --to 2028-07-31 --kind meeting --kind deadline",
        ] {
            let json = planning_wheel(&format!("calendar plans/{name}.json {options} --json")).out;
            let entries: Vec<Value> = serde_json::from_str(&json).unwrap();
            let line = format!("export plans/{name}.json {options} --ics -o -");
            assert_eq!(
                count(&planning_wheel(&line).fine(&line)),
                entries.len(),
                "{line}"
            );
            let line = format!("export plans/{name}.json {options} --csv -o -");
            let table = planning_wheel(&line).fine(&line);
            let printed = planning_wheel(&format!("calendar plans/{name}.json {options} --csv"));
            assert_eq!(table, printed.out, "{line}");
        }
    }
}

#[test]
fn periods_can_be_left_out() {
    let line = "export plans/sskl-kalmar.json --year 2027 --csv -o -";
    let kinds = |table: String| -> Vec<String> {
        let rows = table
            .lines()
            .skip(1)
            .filter_map(|row| row.split(';').nth(1));
        rows.map(str::to_owned).collect()
    };
    let all = kinds(planning_wheel(line).fine(line));
    let days = kinds(planning_wheel(&format!("{line} --no-periods")).fine(line));
    let is_day = |kind: &&String| {
        !["office", "document", "assignment", "goal", "post"].contains(&kind.as_str())
    };
    assert!(days.len() < all.len());
    assert_eq!(days.len(), all.iter().filter(is_day).count());
}

#[test]
fn calendars_have_names() {
    for (options, name) in [
        ("--lang en", "A small collaboration"),
        ("--body styrgrupp", "Litet samarbete: Styrgrupp"),
        ("--name Feed", "Feed"),
    ] {
        let line = format!("export - {YEAR} {options} -o -");
        let small = project_bytes("tests/data/cli/small.json");
        let file = with_input(&line, &small).fine(&line);
        for property in ["NAME", "X-WR-CALNAME"] {
            assert!(
                file.contains(&format!("\r\n{property}:{name}\r\n")),
                "{file}"
            );
        }
    }
}

#[test]
fn a_stamp_is_written_in_several_ways() {
    let plan = "export plans/sskl-kalmar.json --year 2027 --ics -o - --stamp";
    for (written, stamp) in [
        ("2027-01-05T08:00:00Z", "20270105T080000Z"),
        ("2027-01-05T09:00:00+01:00", "20270105T080000Z"),
        ("2027-01-05", "20270105T000000Z"),
        ("0", "19700101T000000Z"),
        ("1799136000", "20270105T080000Z"),
    ] {
        let line = format!("{plan} {written}");
        let file = planning_wheel(&line).fine(&line);
        assert_eq!(
            file.matches(&format!("DTSTAMP:{stamp}\r\n")).count(),
            count(&file),
            "{line}"
        );
    }
    for nonsense in ["yesterday", "-5", "2027-13-01", "2027-01-05T08:00", "1e9"] {
        let line = format!("{plan}={nonsense} --lang en");
        let said = planning_wheel(&line).unreadable(&line);
        assert!(said.starts_with("error: --stamp: "), "{said}");
    }
}

#[test]
fn without_a_stamp_the_file_s_time_counts() {
    let folder = Folder::new("stamp");
    let plan = folder.file("plan.json");
    fs::write(&plan, project_bytes("tests/data/cli/small.json")).unwrap();
    let catalogue = folder.file("catalogue.json");
    fs::write(&catalogue, project_bytes("plans/statutory.json")).unwrap();
    let saved = |file: &str, seconds: u64| {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        fs::File::options()
            .write(true)
            .open(file)
            .unwrap()
            .set_modified(time)
            .unwrap();
    };
    saved(&plan, 1_799_136_000);
    let line = format!("export {plan} --year 2027 --ics -o -");
    let file = planning_wheel(&line).fine(&line);
    assert!(file.contains("DTSTAMP:20270105T080000Z") && file.contains("SEQUENCE:29985600"));
    // Another catalogue may bring other days: the later of the two counts.
    for (seconds, stamp) in [(1_799_139_600, "20270105T090000Z"), (1, "20270105T080000Z")] {
        saved(&catalogue, seconds);
        let line = format!("{line} --catalogue {catalogue}");
        assert!(
            planning_wheel(&line)
                .fine(&line)
                .contains(&format!("DTSTAMP:{stamp}"))
        );
    }
    let small = project_bytes("tests/data/cli/small.json");
    let said = with_input("export - --year 2027 --ics -o - --lang en", &small).unreadable("stdin");
    assert!(said.contains("--stamp"), "{said}");
    with_input("export - --year 2027 --csv -o -", &small).fine("a table has no stamp");
}

#[test]
fn a_job_may_run_as_often_as_it_likes() {
    let folder = Folder::new("job");
    let feed = folder.file("feed.ics");
    let line = format!("export plans/sskl-kalmar.json {YEAR} --earlier {feed} -o {feed}");
    silent(&line);
    let first = fs::read(&feed).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options()
        .write(true)
        .open(&feed)
        .unwrap()
        .set_modified(long_ago)
        .unwrap();
    silent(&line);
    assert_eq!(fs::read(&feed).unwrap(), first);
    assert_eq!(
        fs::metadata(&feed).unwrap().modified().unwrap(),
        long_ago,
        "nothing was written"
    );
    silent(&line.replace("08:00:00Z", "09:00:00Z"));
    let later = fs::read_to_string(&feed).unwrap();
    assert!(later.contains("DTSTAMP:20270105T090000Z") && later.contains("SEQUENCE:29985600"));
    assert!(!later.contains("SEQUENCE:29985660"), "nothing has moved");
    assert_eq!(folder.names(), ["feed.ics"], "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn links_and_rights_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("rights");
    let (real, link) = (folder.file("real.ics"), folder.file("feed.ics"));
    fs::write(&real, "old").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, &link).unwrap();
    silent(&format!("export plans/sskl-kalmar.json {YEAR} -o {link}"));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(
        fs::read_to_string(&real)
            .unwrap()
            .starts_with("BEGIN:VCALENDAR")
    );
    assert_eq!(
        fs::metadata(&real).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert_eq!(folder.names(), ["feed.ics", "real.ics"]);
}

#[test]
fn strict_keeps_the_last_good_file() {
    let folder = Folder::new("strict");
    let feed = folder.file("feed.ics");
    let mut plan: Value = serde_json::from_slice(&project_bytes("plans/sskl-kalmar.json")).unwrap();
    plan["meetings"][0]["edits"] =
        json!([{ "cancel": { "occurrence": "2027/99", "reason": "x" } }]);
    let broken = plan.to_string();
    let line = format!("export - {YEAR} -o {feed}");
    let strict = with_input(&format!("{line} --strict"), broken.as_bytes());
    assert_eq!(strict.exit, Exit::Findings);
    assert!(
        strict.err.contains("planning-wheel check"),
        "{}",
        strict.err
    );
    assert!(folder.names().is_empty());
    assert_eq!(with_input(&line, broken.as_bytes()).exit, Exit::Fine);
    assert_eq!(folder.names(), ["feed.ics"]);
    silent(&format!(
        "export plans/sskl-kalmar.json {YEAR} --strict -o {feed}"
    ));
}

#[test]
fn a_file_that_is_no_calendar_is_not_taken_for_an_earlier_one() {
    let plan = "plans/sskl-kalmar.json";
    let line = format!("export {plan} {YEAR} --earlier {plan} -o - --lang en");
    let said = planning_wheel(&line).unreadable(&line);
    assert!(said.contains("is no calendar file"), "{said}");
    let line = format!("export {plan} {YEAR} --earlier no/such/feed.ics -o -");
    assert!(
        count(&planning_wheel(&line).fine(&line)) > 0,
        "the first time there is none"
    );
}
