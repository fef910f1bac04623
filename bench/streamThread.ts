// A thread of the stream: scores its part of the units into shared columns.
import { parentPort, workerData } from 'node:worker_threads'
import { readScheme } from './readScheme.ts'
import { streamPart } from './streamPart.ts'

const { columns, from, to } = workerData as { columns: readonly Float64Array[]; from: number; to: number }
parentPort!.postMessage(streamPart(readScheme().scheme, columns, from, to))
