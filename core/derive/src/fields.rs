//! Reading an object with named fields.

use crate::attributes::{Absent, Container, Field};
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{Error, Fields};

/// Builds the value at `path` from the fields of the object at `at`.
pub(crate) fn read(path: &Tokens, fields: &Fields, container: &Container) -> syn::Result<Tokens> {
    let Fields::Named(fields) = fields else {
        return Err(Error::new_spanned(fields, "fields need names"));
    };
    if !container.deny_unknown_fields {
        return Err(Error::new_spanned(
            fields,
            "deny_unknown_fields must be said",
        ));
    }
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for field in &fields.named {
        let ident = field.ident.as_ref();
        let name = ident.map(ToString::to_string).unwrap_or_default();
        let name = name.trim_start_matches("r#").to_owned();
        let field = Field::new(&field.attrs)?;
        let value = value(&name, &field);
        values.push(quote!(#ident: #value));
        if !matches!(field.absent, Absent::Skipped) {
            names.push(name);
        }
    }
    Ok(quote! {
        const FIELDS: &[&str] = &[#(#names),*];
        let at = from.object(at, FIELDS);
        #path { #(#values),* }
    })
}

fn value(name: &str, field: &Field) -> Tokens {
    if let Some(bounds) = &field.bounds {
        let (min, max) = (&bounds.min, &bounds.max);
        return match (bounds.option, &field.absent) {
            (true, _) => quote!(crate::read::bounded_option(from, at, #name, #min, #max)),
            (false, Absent::Missing) => quote!(crate::read::bounded(from, at, #name, #min, #max)),
            (false, _) => quote!(crate::read::bounded_or_zero(from, at, #name, #min, #max)),
        };
    }
    match &field.absent {
        Absent::Missing => quote!(crate::read::needed(from, at, #name)),
        Absent::Skipped => quote!(Default::default()),
        Absent::Default => quote!(crate::read::optional(from, at, #name)),
        Absent::Function(function) => quote!(crate::read::or(from, at, #name, #function)),
    }
}
