//! JSON Schemas of facts, parameters and answers, and the catalogues of rules and of the policy.
