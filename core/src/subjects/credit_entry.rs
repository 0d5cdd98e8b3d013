//! 企业信用记录: article 11.

use super::prelude::*;

subject! {
    /// 信用记录: one failure to set aside or use training funds.
    CreditEntry = "credit_entry", "信用记录", "credit entry";
    one record is "一宗不按规定提取使用经费的行为", "one failure to set aside or use training funds";
    facts {
        enterprise: String = "企业名称", "name of the enterprise";
        breach_found: bool = "存在不按规定提取使用教育培训经费的行为" | "不按规定提取使用教育培训经费", "the funds were not set aside or used as required";
        correction_refused: bool = "经责令后拒不改正" | "拒不改正", "correction was refused after an order" determined by Competent;
        recorded: bool = "已记入企业信用记录" | "记入企业信用记录", "the failure is entered in the credit record";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] =
    &[Rule::new("credit_entry.recorded", statement("11.5b"), FACTS.flag("recorded"))
        .applies_to(
            all(&[FACTS.flag("breach_found"), FACTS.flag("correction_refused")]),
            text!(
                "不按规定提取使用经费并拒不改正的行为；无此行为而记入的，不能以本句为依据",
                "failures combined with a refusal to correct; an entry without such conduct has no \
                ground in this sentence"
            ),
        )
        .title(text!("记入企业信用记录", "entry in the credit record"))
        .demands(&[text!("应记入企业信用记录", "an entry in the credit record")])
        .reading(text!("记录机关原文未指明", "the text does not name the authority that records"))];
