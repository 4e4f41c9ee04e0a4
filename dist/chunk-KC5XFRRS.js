import{$3a as e}from"./chunk-gate-and-cli-and-evidence.js";var d=({records:r,checkpoint:t})=>`${e(r,"new record")}, ${e(t.size,"entry","entries")} in all`;export{d as a};
