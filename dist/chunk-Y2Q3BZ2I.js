function r({stream:i,slot:n,position:t}){return i===""?"outside every stream":[`stream ${i}`,...n===null?[]:[`slot ${n}`],...t===null?[]:[`position ${t}`]].join(", ")}export{r as a};
