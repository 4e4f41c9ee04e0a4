// Pictures of a page and disks of a machine are called images too: addresses, paths, sentences and files that no registry holds.
const PICTURE_OR_DISK = /\.(?:png|jpe?g|gif|svg|webp|ico|avif|bmp|tiff?|img|iso|qcow2|vmdk|vhdx?)$/i;
const NO_REFERENCE = /^$|^[./~#]|\s|^[a-z][a-z0-9+.-]*:\/\/|^data:/i;
const OCI = /^(?:docker|oci):\/\//i;

/** Is that text, in a document of which nobody knows what it is for, something that no registry could be asked for? */
export const isEvidentlyNoImage = (text: string): boolean =>
  !OCI.test(text) && (NO_REFERENCE.test(text) || PICTURE_OR_DISK.test(text));

/** Does it name a tag or a digest, as nothing but an image does? */
export const namesVersion = (text: string): boolean => /[:@][^/]*$/.test(text);
