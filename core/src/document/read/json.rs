//! Text as JSON: strict in what it accepts, and going on after slips that can be understood.

use super::MAX_DEPTH;
use super::guard::{self, Slip, Slips};
use crate::error::{ProblemKind, Syntax};
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::tokens::{Token, TokenAndRange};
use jsonc_parser::{
    CollectOptions, CommentCollectionStrategy, ParseOptions, ParseStringErrorKind, parse_to_ast,
};
use std::borrow::Cow;

/// What a text holds: nothing when it cannot be understood, and every slip on the way.
pub(super) struct Json<'a> {
    pub(super) value: Option<Value<'a>>,
    pub(super) slips: Slips,
}

/// Reads a text.
pub(super) fn read(text: &str) -> Json<'_> {
    let mut slips = Slips::default();
    if let Err(stop) = guard::scan(text, &mut slips) {
        slips.push(stop);
        return Json { value: None, slips };
    }
    let error = match parse_to_ast(text, &CollectOptions::default(), &options(false)) {
        Ok(parsed) => {
            if parsed.value.is_none() {
                slips.push(Slip::syntax(text.len(), Syntax::EmptyFile));
            }
            return Json {
                value: parsed.value,
                slips,
            };
        }
        Err(error) => slip(&error, text),
    };
    read_on(text, error, slips)
}

/// Reads a text that is not JSON for what was probably meant.
fn read_on(text: &str, error: Slip, mut slips: Slips) -> Json<'_> {
    let collect = CollectOptions {
        comments: CommentCollectionStrategy::AsTokens,
        tokens: true,
    };
    match parse_to_ast(text, &collect, &options(true)) {
        Ok(parsed) => {
            let before = slips.0.len();
            find_slips(&parsed.tokens.unwrap_or_default(), text, &mut slips);
            let known = slips.0.iter().any(|slip| slip.offset == error.offset);
            if slips.0.len() == before && !known {
                slips.push(error);
            }
            Json {
                value: parsed.value,
                slips,
            }
        }
        Err(stop) => {
            let stop = slip(&stop, text);
            for slip in [error, stop] {
                if slips.0.iter().all(|known| known.offset != slip.offset) {
                    slips.push(slip);
                }
            }
            Json { value: None, slips }
        }
    }
}

/// The characters of a text in quotation marks.
pub(super) fn unescape(quoted: &str) -> Option<Cow<'_, str>> {
    match parse_to_ast(quoted, &CollectOptions::default(), &options(false))
        .ok()?
        .value?
    {
        Value::StringLit(text) => Some(text.value),
        _ => None,
    }
}

/// Strict, or else all that can be told apart from JSON afterwards.
fn options(lenient: bool) -> ParseOptions {
    ParseOptions {
        allow_comments: lenient,
        allow_loose_object_property_names: lenient,
        allow_trailing_commas: lenient,
        allow_missing_commas: lenient,
        allow_single_quoted_strings: lenient,
        allow_hexadecimal_numbers: lenient,
        allow_unary_plus_numbers: lenient,
        allow_bare_decimal_point_numbers: lenient,
        allow_non_finite_numbers: lenient,
        allow_extended_string_escapes: lenient,
    }
}

/// What JSON does not allow among the tokens of a text that was read leniently.
fn find_slips(tokens: &[TokenAndRange<'_>], text: &str, slips: &mut Slips) {
    let mut before: Option<&TokenAndRange<'_>> = None;
    for token in tokens {
        let at = token.start();
        if matches!(token.token, Token::CommentLine(_) | Token::CommentBlock(_)) {
            slips.push(Slip::syntax(at, Syntax::Comment));
            continue;
        }
        if matches!(token.token, Token::String(_)) && text.as_bytes().get(at) == Some(&b'\'') {
            slips.push(Slip::syntax(at, Syntax::SingleQuotes));
        }
        if let Some((at, kind)) = before.and_then(|before| between(before, token)) {
            slips.push(Slip::syntax(at, kind));
        }
        before = Some(token);
    }
}

/// What is wrong with two tokens that follow each other.
fn between(left: &TokenAndRange<'_>, right: &TokenAndRange<'_>) -> Option<(usize, Syntax)> {
    let ends = |token: &Token<'_>| {
        !matches!(
            token,
            Token::OpenBrace | Token::OpenBracket | Token::Comma | Token::Colon
        )
    };
    let starts = |token: &Token<'_>| {
        !matches!(
            token,
            Token::CloseBrace | Token::CloseBracket | Token::Comma | Token::Colon
        )
    };
    match (&left.token, &right.token) {
        (Token::Comma, Token::CloseBrace | Token::CloseBracket) => {
            Some((left.start(), Syntax::TrailingComma))
        }
        (Token::Word(_) | Token::Number(_) | Token::Boolean(_) | Token::Null, Token::Colon) => {
            Some((left.start(), Syntax::BareName))
        }
        (left, next) if ends(left) && starts(next) => Some((right.start(), Syntax::MissingComma)),
        _ => None,
    }
}

/// The parser's error in our own terms.
fn slip(error: &ParseError, text: &str) -> Slip {
    use ParseErrorKind as Kind;
    let offset = error.range().start;
    let kind = match error.kind() {
        Kind::CommentsNotAllowed => Syntax::Comment,
        Kind::TrailingCommasNotAllowed => Syntax::TrailingComma,
        Kind::ExpectedComma => Syntax::MissingComma,
        Kind::ExpectedColonAfterObjectKey => Syntax::MissingColon,
        Kind::ExpectedObjectValue => Syntax::MissingValue,
        Kind::ExpectedStringObjectProperty => Syntax::BareName,
        Kind::UnexpectedWord => Syntax::BareWord,
        Kind::SingleQuotedStringsNotAllowed => Syntax::SingleQuotes,
        Kind::UnterminatedObject => Syntax::UnclosedObject,
        Kind::UnterminatedArray => Syntax::UnclosedList,
        Kind::MultipleRootJsonValues => Syntax::AfterEnd,
        Kind::String(kind) => in_text(kind),
        Kind::NestingDepthExceeded => {
            return Slip {
                offset,
                kind: ProblemKind::TooDeep { limit: MAX_DEPTH },
            };
        }
        Kind::BareDecimalPointNumbersNotAllowed
        | Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral
        | Kind::HexadecimalNumbersNotAllowed
        | Kind::NonFiniteNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed => Syntax::Number,
        _ => elsewhere(text.get(offset..).unwrap_or_default()),
    };
    Slip::syntax(offset, kind)
}

fn in_text(kind: &ParseStringErrorKind) -> Syntax {
    match kind {
        ParseStringErrorKind::UnterminatedStringLiteral => Syntax::UnclosedText,
        ParseStringErrorKind::InvalidUnicodeEscapeSequence(_) => Syntax::HalfCharacter,
        _ => Syntax::Escape,
    }
}

fn elsewhere(rest: &str) -> Syntax {
    match rest.chars().next() {
        Some(letter) if letter.is_alphabetic() => Syntax::BareWord,
        Some('/') => Syntax::Comment,
        _ => Syntax::Unexpected,
    }
}
