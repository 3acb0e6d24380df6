//! A paper as it is printed, drawn as elements: no text of a plan is ever read as markup.

use super::TITLE;
use crate::shared::Shared;
use leptos::prelude::*;
use planning_wheel::export::paper_wheel;
use planning_wheel::paper::{Block, Paper};
use planning_wheel::plan::Plan;
use planning_wheel::time::Lang;

/// The paper. It is white in every theme, as it comes out of the printer.
#[component]
pub(crate) fn Sheet(
    paper: Paper,
    plan: Shared<Plan>,
    /// Much is to stand on one page.
    is_dense: bool,
) -> impl IntoView {
    let lang = paper.lang;
    let blocks = paper.blocks.into_iter();
    let blocks = blocks.map(|one| block(one, &plan, lang)).collect_view();
    view! {
        <div class="desk" tabindex="0" role="group" aria-labelledby=TITLE>
            <article class=if is_dense { "paper dense" } else { "paper" } lang=lang.pick("sv", "en")>
                <h2 id=TITLE tabindex="-1">{paper.title}</h2>
                <p class="subtitle">{paper.subtitle}</p>
                {blocks}
            </article>
        </div>
    }
}

fn block(block: Block, plan: &Plan, lang: Lang) -> AnyView {
    match block {
        Block::Heading(text) => view! { <h3>{text}</h3> }.into_any(),
        Block::Paragraph(text) => view! { <p>{text}</p> }.into_any(),
        Block::Missing(text) => view! { <p class="missing">{text}</p> }.into_any(),
        Block::Facts(facts) => view! { <Facts facts=facts /> }.into_any(),
        Block::List { numbered, items } => {
            let items = items.into_iter().map(|item| view! { <li>{item}</li> });
            match numbered {
                true => view! { <ol>{items.collect_view()}</ol> }.into_any(),
                false => view! { <ul>{items.collect_view()}</ul> }.into_any(),
            }
        }
        Block::Table { head, rows } => view! { <Table head=head rows=rows /> }.into_any(),
        Block::Wheel { year, description } => {
            let picture = paper_wheel(plan, year, lang).unwrap_or_default();
            // The same picture as in the file; a policy that lets pictures be saved allows it.
            let source = js_sys::encode_uri_component(&picture);
            let source = format!("data:image/svg+xml;charset=utf-8,{source}");
            view! { <figure><img src=source alt=description /></figure> }.into_any()
        }
    }
}

#[component]
fn Facts(facts: Vec<(String, String)>) -> impl IntoView {
    let fact = |(name, said): (String, String)| view! { <dt>{name}</dt><dd>{said}</dd> };
    view! { <dl>{facts.into_iter().map(fact).collect_view()}</dl> }
}

#[component]
fn Table(head: Vec<String>, rows: Vec<Vec<String>>) -> impl IntoView {
    let head = head
        .into_iter()
        .map(|cell| view! { <th scope="col">{cell}</th> });
    let row = |cells: Vec<String>| {
        let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    view! {
        <table>
            <thead><tr>{head.collect_view()}</tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
