//! Calendar → findings.
