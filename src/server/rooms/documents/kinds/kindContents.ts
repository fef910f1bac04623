import * as consequenceKinds from './consequenceKinds.ts'
import * as fieldKinds from './fieldKinds.ts'
import type { LoadKind } from './kindContent.ts'
import * as meetingKinds from './meetingKinds.ts'
import * as resultKinds from './resultKinds.ts'
import * as unitKinds from './unitKinds.ts'

/** How each kind is drawn up: what these files export, by its code. */
export const kindContents: Readonly<Record<string, LoadKind>> = {
  ...fieldKinds,
  ...meetingKinds,
  ...resultKinds,
  ...unitKinds,
  ...consequenceKinds,
}
