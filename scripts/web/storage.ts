/** The browser's storage, which may be switched off or full: every access can throw, and none may stop the page. */
export type Area = "localStorage" | "sessionStorage";

export function read(area: Area, key: string): string | null {
  try {
    return window[area].getItem(key);
  } catch {
    return null;
  }
}

export function write(area: Area, key: string, value: string): boolean {
  try {
    window[area].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

export function remove(area: Area, key: string): void {
  try {
    window[area].removeItem(key);
  } catch {
    // Nothing was kept there, then.
  }
}
