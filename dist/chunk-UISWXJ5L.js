import{$ea as n}from"./chunk-policy-gate-and-proofrail.js";function i(e){return e.kind==="unrecognised"||e.evidence.kept_by==="ledger"?null:n(e.evidence.kept_days)}export{i as a};
