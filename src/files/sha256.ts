import { hash } from 'node:crypto'
import type { Hash } from '../domain/campaign/draw/drawList.ts'

/** SHA-256, computed natively. */
export const sha256: Hash = text => hash('sha256', text, 'hex')
