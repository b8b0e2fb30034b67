/** Hands a text over as a file, named after what it holds and the present time. */
export function download(extension: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  const time = new Date().toISOString().slice(0, 19).replace(/:/g, '-');
  link.href = url;
  link.download = `deltadesk-${time}.${extension}`;
  link.click();
  // Only once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
