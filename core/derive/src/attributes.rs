//! What the serde attributes of a type and of its fields say.

use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, ExprPath, GenericArgument, LitStr, PathArguments};

/// Attributes of a struct or an enum.
#[derive(Default)]
pub(crate) struct Container {
    /// Other fields than those of the type are refused.
    pub(crate) deny_unknown_fields: bool,
    /// Words are in snake case, or else in lower case.
    pub(crate) snake_case: bool,
}

impl Container {
    pub(crate) fn new(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut container = Self::default();
        each(attributes, |meta| {
            if meta.path.is_ident("deny_unknown_fields") {
                container.deny_unknown_fields = true;
                return Ok(());
            }
            if !meta.path.is_ident("rename_all") {
                return Err(unknown(&meta));
            }
            let case: LitStr = meta.value()?.parse()?;
            match case.value().as_str() {
                "snake_case" => container.snake_case = true,
                "lowercase" => {}
                _ => return Err(unknown(&meta)),
            }
            Ok(())
        })?;
        Ok(container)
    }
}

/// What an absent field becomes.
#[derive(Default)]
pub(crate) enum Absent {
    /// It is missed.
    #[default]
    Missing,
    /// Its type's default.
    Default,
    /// What a function says.
    Function(ExprPath),
    /// Its type's default always: it is no field of the file.
    Skipped,
}

/// Bounds of a whole number.
pub(crate) struct Bounds {
    pub(crate) min: GenericArgument,
    pub(crate) max: GenericArgument,
    /// The number may be left out.
    pub(crate) option: bool,
}

/// Attributes of a field.
#[derive(Default)]
pub(crate) struct Field {
    pub(crate) absent: Absent,
    pub(crate) bounds: Option<Bounds>,
}

impl Field {
    pub(crate) fn new(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut field = Self::default();
        each(attributes, |meta| {
            if meta.path.is_ident("default") {
                field.absent = match meta.value() {
                    Ok(function) => Absent::Function(function.parse::<LitStr>()?.parse()?),
                    Err(_) => Absent::Default,
                };
            } else if meta.path.is_ident("skip") {
                field.absent = Absent::Skipped;
            } else if meta.path.is_ident("deserialize_with") {
                field.bounds = Some(bounds(&meta)?);
            } else if meta.path.is_ident("skip_serializing_if") {
                // Only of use for writing.
                meta.value()?.parse::<LitStr>()?;
            } else {
                return Err(unknown(&meta));
            }
            Ok(())
        })?;
        Ok(field)
    }
}

/// Reads `bounded::<_, _, 1, 53>`, the one kind of function that is known here.
fn bounds(meta: &ParseNestedMeta<'_>) -> syn::Result<Bounds> {
    let written: LitStr = meta.value()?.parse()?;
    let path: ExprPath = written.parse()?;
    let last = path.path.segments.last();
    let known = last.and_then(|last| {
        let option = match last.ident.to_string().as_str() {
            "bounded" => false,
            "bounded_option" => true,
            _ => return None,
        };
        let PathArguments::AngleBracketed(arguments) = &last.arguments else {
            return None;
        };
        let mut limits = arguments.args.iter().skip(2).cloned();
        let (min, max) = (limits.next()?, limits.next()?);
        Some(Bounds { min, max, option })
    });
    known
        .ok_or_else(|| syn::Error::new(written.span(), "only bounded and bounded_option are known"))
}

fn each(
    attributes: &[Attribute],
    mut visit: impl FnMut(ParseNestedMeta<'_>) -> syn::Result<()>,
) -> syn::Result<()> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .try_for_each(|attribute| attribute.parse_nested_meta(&mut visit))
}

fn unknown(meta: &ParseNestedMeta<'_>) -> syn::Error {
    let name = meta.path.to_token_stream();
    meta.error(format!("derive(Read) does not know `{name}` in this form"))
}

/// `NthWeekday` as `nth_weekday`.
pub(crate) fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for (place, letter) in name.char_indices() {
        if place > 0 && letter.is_uppercase() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::snake_case;

    #[test]
    fn words_are_as_serde_writes_them() {
        assert_eq!(snake_case("NthWeekday"), "nth_weekday");
        assert_eq!(snake_case("Week1Next"), "week1_next");
        assert_eq!(snake_case("Day"), "day");
    }
}
