import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

// Loaded before the server of a browser test: waiting for the disk is most of what its database does.
fs.fsyncSync = () => {}
syncBuiltinESMExports()
