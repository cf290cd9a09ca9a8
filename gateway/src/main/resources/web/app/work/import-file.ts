/**
 * The file that a person has chosen, and the settings it was tried out with: it is brought in as it was tried out. No file outlives the
 * page; a browser does not let it be kept.
 */
let chosen: File | undefined;

export function keepFile(file: File): void {
  chosen = file;
}

export function keptFile(): File | undefined {
  return chosen;
}

/** Of which trial the file is. */
const trials = new Map<string, File>();

export function keepTrial(job: string, file: File): void {
  trials.set(job, file);
}

export function trialOf(job: string): File | undefined {
  return trials.get(job);
}

/** What the register calls the form of a file, by its name. */
export function typeOf(name: string): string {
  if (/\.xlsx$/i.test(name)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return /\.(ndjson|jsonl)$/i.test(name) ? 'application/x-ndjson' : 'text/csv';
}
