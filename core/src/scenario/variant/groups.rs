//! Groups that come to be.

use super::missing;
use crate::document::{Body, MeetingSeries, PlanDocument, Text};
use crate::error::{Problems, Reference};

/// So many like groups; the names of those that end go with them.
pub(super) fn several(document: &mut PlanDocument, body: &str, count: u8) -> Result<(), Problems> {
    let found = document.bodies.iter_mut().find(|one| one.id == body);
    let like = found.and_then(|one| one.like.as_mut());
    let like = like.ok_or_else(|| missing(Reference::Body, body))?;
    like.count = count;
    like.names.truncate(usize::from(count));
    like.short.truncate(usize::from(count));
    Ok(())
}

/// A group with the seats, the meetings and the offices of another.
pub(super) fn add(document: &mut PlanDocument, like: &str, name: &str) -> Result<(), Problems> {
    let found = document.bodies.iter().position(|one| one.id == like);
    let at = found.ok_or_else(|| missing(Reference::Body, like))?;
    let id = id_of(name);
    if document.bodies.iter().any(|one| one.id == id) {
        return Ok(());
    }
    if let Some(pattern) = document.bodies.get(at) {
        let body = Body {
            id: id.clone(),
            name: Text::from(name.trim()),
            short: None,
            like: None,
            shares_seats_with: Vec::new(),
            cite: Vec::new(),
            texts: Vec::new(),
            ..pattern.clone()
        };
        document.bodies.insert(at + 1, body);
    }
    add_meetings(document, like, &id);
    for office in &mut document.offices {
        if office.bodies.iter().any(|one| one == like) {
            office.bodies.push(id.clone());
        }
    }
    Ok(())
}

fn add_meetings(document: &mut PlanDocument, like: &str, id: &str) {
    let mut own = Vec::new();
    for series in &mut document.meetings {
        match series.bodies.as_slice() {
            [only] if only == like => own.push(MeetingSeries {
                id: format!("meetings-{id}-{}", own.len() + 1),
                bodies: vec![id.to_owned()],
                title: None,
                edits: Vec::new(),
                continues: None,
                cite: Vec::new(),
                ..series.clone()
            }),
            several if several.iter().any(|one| one == like) => series.bodies.push(id.to_owned()),
            _ => {}
        }
    }
    document.meetings.extend(own);
}

/// An id made of a name: "Nya gruppen" is `nya-gruppen`.
fn id_of(name: &str) -> String {
    let mut id = String::new();
    for letter in name.trim().chars().flat_map(char::to_lowercase) {
        match letter {
            'å' | 'ä' | 'à' | 'á' => id.push('a'),
            'ö' | 'ø' | 'ó' => id.push('o'),
            'é' | 'è' | 'ë' => id.push('e'),
            'ü' => id.push('u'),
            _ if letter.is_ascii_alphanumeric() => id.push(letter),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.truncate(48);
    let id = id.trim_end_matches('-');
    if id.is_empty() {
        return "group".to_owned();
    }
    id.to_owned()
}

#[cfg(test)]
mod tests {
    use super::id_of;

    #[test]
    fn an_id_is_made_of_a_name() {
        for (name, id) in [
            ("Nya gruppen", "nya-gruppen"),
            (" Äldre & hälsa – Öst ", "aldre-halsa-ost"),
            ("2027", "2027"),
            ("…", "group"),
        ] {
            assert_eq!(id_of(name), id);
        }
    }
}
