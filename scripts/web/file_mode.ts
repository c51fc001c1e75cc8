/** Material's search fetches its index, which no browser allows from file://: there its box would be dead. */
export function mountFileMode(): void {
  if (location.protocol === "file:") document.documentElement.classList.add("kb-file");
}
