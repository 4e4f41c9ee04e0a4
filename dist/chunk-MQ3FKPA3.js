function n({neverWaived:e,...r}){return{...r,never_waived:e}}export{n as a};
