import type { Scheme } from '../src/domain/scheme/scheme.ts'
import type { Contender } from './contender.ts'
import { engineSpeeds } from './engineSpeeds.ts'
import { handWritten } from './handWritten.ts'
import { hyperFormulaPeers } from './peers/hyperFormula.ts'
import { jsonLogicPeers } from './peers/jsonLogic.ts'
import { jsonRulesEnginePeers } from './peers/jsonRulesEngine.ts'
import { publicodesPeers } from './peers/publicodes.ts'
import { zenEnginePeers } from './peers/zenEngine.ts'

/** Everyone who is timed: the engine first, the function by hand as its limit, then its peers. */
export function contenders(scheme: Scheme): readonly Contender[] {
  return [
    ...engineSpeeds(scheme),
    handWritten,
    ...jsonLogicPeers,
    ...zenEnginePeers,
    ...jsonRulesEnginePeers,
    ...hyperFormulaPeers,
    ...publicodesPeers,
  ]
}
