import type { Direction } from "../../core/direction.js";
import type { TypeChange } from "../diff-result.js";
import type { Places } from "../draft.js";

/** A change of the type of a component, or of a model outside all components. */
export interface ComponentTypeChange extends Places {
  /** The name of the component; outside all components, the name of the model. */
  readonly component: string;
  /** Whether it is a component of the document. */
  readonly isComponent: boolean;
  /** The JSON pointer from the schema of the component on. */
  readonly pointer: string;
  readonly direction: Direction;
  /** Whether code that compiled no longer does. */
  readonly isBreaking: boolean;
  readonly typeChange: TypeChange;
  /** What changed: one sentence, without a full stop. */
  readonly message: string;
}
