import fc from 'fast-check'
import { SEED } from './longRun.ts'

fc.configureGlobal({ seed: SEED })
