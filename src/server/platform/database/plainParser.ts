import { setFlagsFromString } from 'node:v8'
import type { Extension, PGlite } from '@electric-sql/pglite'

/** Lets V8 optimize no function, and all again. */
const [NONE, ALL] = ['--wasm-tier-up-filter=0', '--wasm-tier-up-filter=-1']

/** A statement that gets no further than the parser, as a message of the protocol. */
const WRONG = Uint8Array.of('Q'.charCodeAt(0), 0, 0, 0, 6, ')'.charCodeAt(0), 0)

/** The part of PGlite's module that is wrapped. */
interface Module {
  _pgl_startPGlite(): void
}

/**
 * Keeps V8 from optimizing PostgreSQL's parser. It is one function of 105 kB; to optimize it takes 600 MB
 * of memory and seconds of a processor at each start, and makes no statement measurably faster. V8 decides
 * as it first compiles a function whether it ever optimizes it, so the first statement is a wrong one,
 * parsed while no function may be optimized.
 */
export const plainParser: Extension = {
  name: 'plainParser',
  setup: async (client, options: { readonly preRun?: readonly ((mod: Module) => void)[] }) => {
    const parseFirst = (mod: Module): void => {
      const start = mod._pgl_startPGlite
      mod._pgl_startPGlite = () => {
        start()
        setFlagsFromString(NONE)
        try {
          ;(client as PGlite).execProtocolRawSync(WRONG)
        } finally {
          setFlagsFromString(ALL)
        }
      }
    }
    return { emscriptenOpts: { ...options, preRun: [...(options.preRun ?? []), parseFirst] } }
  },
}
