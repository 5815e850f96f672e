import type { ModelName } from "./contenders/contender.js";
import {
  badBatches,
  batches,
  earlyInvalidBatches,
  lateInvalidBatches,
  pages,
  shuffledBatches,
} from "./values/batches.js";
import { events, unknownEvents, wrongEvents } from "./values/events.js";
import { folders, wrongFolders } from "./values/folders.js";

/** Something to do, over and over. */
export interface Task {
  readonly model: ModelName;
  /** The head of its column. */
  readonly title: string;
  readonly values: () => readonly unknown[];
  /** The right answer, which is the same for all values. */
  readonly isValid: boolean;
  /** Whether the values are only told apart, or everything wrong with them is found. */
  readonly asks: "is" | "report";
}

const batch = { model: "Batch", asks: "is" } as const;
const report = { isValid: false, asks: "report" } as const;

/** The names of all tasks. */
export const taskNames = [
  "batch",
  "shuffled",
  "early",
  "late",
  "page",
  "event",
  "unknownEvent",
  "folder",
  "wrongFolder",
  "earlyReport",
  "lateReport",
  "badReport",
  "eventReport",
  "folderReport",
] as const;
export type TaskName = (typeof taskNames)[number];

/** Everything that is measured. */
export const tasks: Readonly<Record<TaskName, Task>> = {
  batch: { ...batch, title: "valid, 4 shapes", values: batches, isValid: true },
  shuffled: { ...batch, title: "valid, 64 shapes", values: shuffledBatches, isValid: true },
  early: { ...batch, title: "invalid early", values: earlyInvalidBatches, isValid: false },
  late: { ...batch, title: "invalid late", values: lateInvalidBatches, isValid: false },
  page: {
    model: "ListBatchesResponse",
    title: "page of 100 batches",
    values: pages,
    isValid: true,
    asks: "is",
  },
  event: { model: "Event", title: "union of 30", values: events, isValid: true, asks: "is" },
  unknownEvent: {
    model: "Event",
    title: "union, no option",
    values: unknownEvents,
    isValid: false,
    asks: "is",
  },
  folder: { model: "Folder", title: "deep tree", values: folders, isValid: true, asks: "is" },
  wrongFolder: {
    model: "Folder",
    title: "deep tree, invalid",
    values: wrongFolders,
    isValid: false,
    asks: "is",
  },
  earlyReport: { ...report, model: "Batch", title: "Batch, early", values: earlyInvalidBatches },
  lateReport: { ...report, model: "Batch", title: "Batch, late", values: lateInvalidBatches },
  badReport: { ...report, model: "Batch", title: "Batch, six issues", values: badBatches },
  eventReport: { ...report, model: "Event", title: "union of 30", values: wrongEvents },
  folderReport: { ...report, model: "Folder", title: "deep tree", values: wrongFolders },
};
