//! 保险公司: article 8, insurance of apprenticeships.

use super::prelude::*;

subject! {
    /// 保险公司: one insurer.
    Insurer = "insurer", "保险公司", "insurer";
    one record is "一家保险公司", "one insurer";
    facts {
        name: String = "保险公司名称", "name of the insurer";
        modern_apprenticeship_rate: bool = "对现代学徒制保险专门确定费率", "a special rate is set for modern apprenticeships";
        new_apprenticeship_rate: bool = "对企业新型学徒制保险专门确定费率", "a special rate is set for new-type enterprise apprenticeships";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[Rule::new(
    "insurer.apprenticeship_rates",
    statement("8.5a"),
    all(&[FACTS.flag("modern_apprenticeship_rate"), FACTS.flag("new_apprenticeship_rate")]),
)
.title(text!("学徒制保险专门费率", "special rates for apprenticeships"))
.demands(&[text!(
    "对现代学徒制、企业新型学徒制保险专门确定费率",
    "special rates for modern and for new-type enterprise apprenticeships",
)])
.reading(text!("两种学徒制保险均须专门确定费率", "special rates for both kinds"))];
