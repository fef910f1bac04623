import type { z } from 'zod'
import type { schemeSchema } from '../../../contract/scheme/schemeSchema.ts'
import { readScheme } from '../../../files/readScheme.ts'
import { schemeArchive } from '../../../files/schemeArchive.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { createThreads } from '../../platform/threads/threads.ts'
import { toldFault } from './describeSchemeFaults.ts'

const threads = createThreads({ most: 1 })

/** Reads the files of a scheme that somebody sent, in a thread. */
export async function readSentScheme(name: string, bytes: Uint8Array) {
  return threads.run<typeof readSchemeBytes>(new URL(import.meta.url), 'readSchemeBytes', name, bytes)
}

/** Reads the files of a scheme: the scheme, or its faults in words. Called in a thread. */
export function readSchemeBytes(name: string, bytes: Uint8Array) {
  const files = schemeArchive(name, bytes)
  if (isRefusal(files)) return files
  const { scheme, faults } = readScheme(files)
  return {
    files: files.map(({ file }) => file),
    faults: faults.slice(0, 500).map(fault => toldFault(scheme, fault)),
    document: scheme as z.output<typeof schemeSchema> | undefined,
  }
}
