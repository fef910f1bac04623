import { hash } from 'node:crypto'
import type { Hash } from '../domain/campaign/draw/drawList.ts'

/** 散列: SHA-256 by the machine. */
export const sha256: Hash = text => hash('sha256', text, 'hex')
