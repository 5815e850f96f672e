import { Component, signal } from "@angular/core";
import { BatchSchema, batchStatusValues, type Batch } from "../api";
import { runChecks } from "../checks";

@Component({
  selector: "app-root",
  template: `
    @for (status of statuses; track status) {
      <p>{{ status }}</p>
    }
    <p>{{ batch()?.errors?.data?.length }} {{ text() }}</p>
  `,
})
export class App {
  protected readonly statuses = batchStatusValues;
  protected readonly batch = signal<Batch | undefined>(undefined);
  protected readonly text = signal("");

  async load(response: Response): Promise<void> {
    this.batch.set(BatchSchema.parse(await response.json()));
    this.text.set(await runChecks());
  }
}
