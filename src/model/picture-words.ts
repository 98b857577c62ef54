/** What is said of a picture, for those who do not see it: its alternative text, and its title where that says more. */
export function pictureWords({ alt, title = '' }: { readonly alt: string; readonly title?: string }): string {
  if (title.trim() === '' || alt.includes(title)) return alt;
  return alt.trim() === '' || title.includes(alt) ? title : `${alt}\uFF08${title}\uFF09`;
}
