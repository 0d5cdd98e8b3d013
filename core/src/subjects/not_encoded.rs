//! The checkable statements that no rule encodes.

use crate::text::{Text, text};

/// A checkable statement that no rule encodes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct NotEncoded {
    /// The id of the statement, such as `2.2d`.
    pub statement: &'static str,
    /// The reason why no rule encodes it.
    pub reason: Text,
}

/// All checkable statements that no rule encodes. Narrative statements are not in this list; they
/// are in [`policy`](mod@crate::policy).
pub const NOT_ENCODED: &[NotEncoded] = &[
    NotEncoded {
        statement: "2.2d",
        reason: text!(
            "定义条款：凡规则中的“职业学校”均含技工院校",
            "a definition: wherever a rule says vocational school, technical institutions are included",
        ),
    },
    NotEncoded {
        statement: "21.1a",
        reason: text!(
            "转引《职业学校校企合作促进办法》，其条文未能核对",
            "refers to another instrument whose articles could not be read",
        ),
    },
    NotEncoded {
        statement: "26.5c",
        reason: text!(
            "鼓励自愿选择出让或租赁，任何供地方式都不违背，无可判断之处",
            "leaves grant or lease to the enterprise's choice; no way of supply goes against it",
        ),
    },
];
