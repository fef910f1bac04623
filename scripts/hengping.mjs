#!/usr/bin/env node
// The `hengping` command: finds Node 24 and hands the arguments on.
import { join } from 'node:path'
import { endAs, ROOT, runNode24 } from './node24.mjs'

endAs(await runNode24([join(ROOT, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)]))
