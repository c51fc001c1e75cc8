/** Files that are dropped somewhere on the desk; what else is dragged there stays the browser's affair. */
const hasFiles = (event: DragEvent): boolean => !!event.dataTransfer && event.dataTransfer.types.includes("Files");

export function acceptFiles(place: HTMLElement, take: (file: File) => void): void {
  place.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  place.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const file = event.dataTransfer!.files[0];
    if (file) take(file);
  });
}
