// A file on its way to the hub: its bytes are the body of one request, and whoever lost the answer sends it again.
import { language } from "@/language";

/** A file that the hub has. */
export interface Attached {
  id: string;
  name: string;
  size: number;
  url: string;
}

interface Answer {
  file?: Attached;
  errors?: { message: string }[];
}

/** Send it; `told` hears how much of it is there, from 0 to 1. What the hub says of it, or why not (empty: no connection). */
export function upload(file: File, told: (share: number) => void): Promise<{ file: Attached } | { fault: string }> {
  // `fetch` does not tell how much was sent.
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.addEventListener("progress", ({ loaded, total }) => told(total ? loaded / total : 0));
    request.addEventListener("loadend", () => {
      const answer = parsed(request.responseText);
      resolve(answer.file ? { file: answer.file } : { fault: answer.errors?.[0]?.message ?? "" });
    });
    request.open("POST", `/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("accept-language", language);
    request.send(file);
  });
}

function parsed(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
