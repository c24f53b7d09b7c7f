//! Notes: what people of any server write under cases and to each other.

pub mod incoming;
