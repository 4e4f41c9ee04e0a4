import{c as t}from"./chunk-6JF7QWIN.js";function n(e){return{sha256:t(e),length:Buffer.byteLength(e)}}export{n as a};
