import"./chunk-of-all.js";function o(){throw new Error("lists of blobs in the form of Apache Arrow are not built in")}export{o as tableFromIPC};
