import { runChecks } from "@/checks";
import { Status } from "./status";

export default async function Page() {
  return (
    <main>
      <p>{await runChecks()}</p>
      <Status value="failed" />
    </main>
  );
}
