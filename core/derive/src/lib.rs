//! `derive(Read)`: reading a type of the plan document without stopping at an error.
//!
//! The serde attributes stay the only description of the format: this derive reads them too. It
//! knows those that the documents use and refuses the others, so that the two cannot differ.

mod attributes;
mod fields;

use attributes::{Container, snake_case};
use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{Data, DataEnum, DeriveInput, Error, Fields, Variant, parse_macro_input};

/// Implements `crate::read::Read` for a struct with named fields or an enum.
#[proc_macro_derive(Read, attributes(serde))]
pub fn read(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let read = expand(&input);
    read.unwrap_or_else(Error::into_compile_error).into()
}

fn expand(input: &DeriveInput) -> syn::Result<Tokens> {
    let container = Container::new(&input.attrs)?;
    let body = match &input.data {
        Data::Struct(data) => fields::read(&quote!(Self), &data.fields, &container)?,
        Data::Enum(data) => choice(data, &container)?,
        Data::Union(_) => return Err(Error::new_spanned(input, "a union has no form in JSON")),
    };
    let name = &input.ident;
    Ok(quote! {
        impl crate::read::Read for #name {
            fn read(from: &mut dyn crate::read::Source, at: crate::read::At) -> Self {
                #body
            }
        }
    })
}

/// A word, alone or with content. The first variant stands in for a word that is wrong.
fn choice(data: &DataEnum, container: &Container) -> syn::Result<Tokens> {
    let variants: Vec<&Variant> = data.variants.iter().collect();
    let words = variants.iter().map(|variant| {
        let name = variant.ident.to_string();
        if container.snake_case {
            snake_case(&name)
        } else {
            name.to_lowercase()
        }
    });
    let words: Vec<String> = words.collect();
    let bare = variants
        .iter()
        .map(|variant| matches!(variant.fields, Fields::Unit));
    let mut arms = Vec::new();
    for (place, variant) in variants.iter().enumerate().skip(1) {
        let content = content(variant, container)?;
        arms.push(quote!(#place => { #content }));
    }
    let first = variants
        .first()
        .ok_or_else(|| Error::new_spanned(&data.variants, "no variant"))?;
    let first = content(first, container)?;
    Ok(quote! {
        const WORDS: &[crate::read::Word] = &[#(crate::read::Word { word: #words, bare: #bare }),*];
        let (word, at) = from.choice(at, WORDS);
        let _ = at;
        match word {
            #(#arms)*
            _ => { #first }
        }
    })
}

fn content(variant: &Variant, container: &Container) -> syn::Result<Tokens> {
    let name = &variant.ident;
    let path = quote!(Self::#name);
    match &variant.fields {
        Fields::Unit => Ok(path),
        Fields::Unnamed(one) if one.unnamed.len() == 1 => {
            Ok(quote!(#path(crate::read::Read::read(from, at))))
        }
        fields => fields::read(&path, fields, container),
    }
}
