function r(t){return t.replace(p,n=>`\\u{${(n.codePointAt(0)??0).toString(16)}}`)}var p=/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;export{r as a};
