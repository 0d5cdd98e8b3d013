// Generated from ../../../schemas by `npm run build`; do not edit.

export const verdicts = ["unmet", "undetermined", "pending", "met", "not_applicable"] as const;
export const reasons = ["before_policy", "after_policy", "out_of_scope", "share_of_nothing", "period_runs", "text_silent", "parameter_open", "missing", "figures", "fact"] as const;
