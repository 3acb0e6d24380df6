//! What the tests share: the shipped plans and the oracles.
