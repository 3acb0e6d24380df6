//! What stands in the wheel's place while there is none.

use super::pen::Pen;
use crate::plans::Failure;
use crate::state::Desk;
use crate::words;

/// The plan is on its way.
pub(crate) fn waiting(pen: &Pen) {
    let message = pen.draw("div", &[("class", "message"), ("aria-busy", "true")]);
    said(&message, words::loading(Desk::here().lang));
}

/// No plan is named.
pub(crate) fn empty(pen: &Pen) {
    let message = pen.draw("div", &[("class", "message")]);
    said(&message, words::no_plan(Desk::here().lang));
}

fn said(pen: &Pen, words: &str) {
    pen.draw("p", &[("role", "status")]).write(words);
}

/// The plan cannot be shown: what is wrong, where, and what to do.
pub(crate) fn failed(pen: &Pen, failure: &Failure) {
    let desk = Desk::here();
    let lang = desk.lang;
    let message = pen.draw("div", &[("class", "message"), ("role", "alert")]);
    message.say("h2", "", words::failed(lang));
    match failure {
        Failure::Missing { file, why } => {
            let line = message.say("p", "", &format!("{}: ", words::missing(lang)));
            line.say("code", "", file);
            line.write(&format!(" ({why})."));
        }
        Failure::Wrong(faults) => {
            message.say("p", "", words::wrong_plan(lang));
            let list = message.draw("ul", &[]);
            for fault in faults {
                list.say("li", "", fault.words.get(lang));
            }
        }
    }
    let again = message
        .draw("p", &[])
        .button("button", words::try_again(lang));
    again.press(move || desk.try_again());
}
