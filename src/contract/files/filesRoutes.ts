import { z } from 'zod'
import { MOST_MEGABYTES } from './fileKinds.ts'
import { unitParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { typedText } from '../shape/typedText.ts'

/** Id of a file: the SHA-256 of the stored bytes, in hex. */
export const fileHash = z.string().regex(/^[0-9a-f]{64}$/)

/** Type of a file, detected from its content. */
const fileType = z.enum(['pdf', 'ofd', 'docx', 'xlsx', 'pptx', 'jpg', 'png'])

/** Files submitted in the body of another room's route: uploaded before by `POST /api/files`, with the sender's file names. */
export const fileRefs = z.array(z.strictObject({ file: fileHash, name: typedText().min(1).max(255) })).max(30)

/** An attached file in the answer of another room's route. Read it with `GET /api/years/:year/units/:unit/files/:file`. */
export const attachedPart = z.strictObject({
  file: fileHash,
  name: z.string(),
  /** Size in bytes. */
  size: z.int(),
  type: fileType,
  /** The day recorded in the picture's own metadata. */
  takenOn: z.string().optional(),
  at: z.string(),
  by: z.string(),
})

/** Where a file, or a similar picture, is already attached. Lists only what the reader may see. */
const placePart = z.strictObject({
  file: fileHash,
  name: z.string(),
  year: z.int(),
  unit: z.string(),
  unitName: z.string(),
  /** What it is attached to, such as a ledger entry (台账) or an inspection sheet (核查表). */
  what: z.string(),
  at: z.string(),
})

const sentPart = z.strictObject({
  file: fileHash,
  /** File name without any path, with its extension corrected. */
  name: z.string(),
  size: z.int(),
  type: fileType,
  takenOn: z.string().optional(),
})

/** Where else a file, or a picture like it, is attached. */
const seenPart = z.strictObject({
  seenBefore: z.array(placePart),
  /** Whether it is also attached where the reader has no access. */
  seenElsewhere: z.boolean(),
  similar: z.array(placePart),
  similarElsewhere: z.boolean(),
})

/** Answer to an upload. Duplicates are not refused: they are reported and the user decides. */
export const uploadedPart = sentPart.extend(seenPart.shape)

/** What there is to say about a picture of a record: not looked at yet, damaged, or seen elsewhere. */
export const pictureNotePart = seenPart.extend({
  file: fileHash,
  look: z.enum(['waiting', 'done', 'damaged']),
})

/** Routes for files. Other rooms attach uploaded files by hash. */
export const filesRoutes = defineRoutes({
  'POST /api/files': {
    summary: '上传一个附件（PDF、OFD、docx、xlsx、pptx、JPG、PNG，不超过 20 MB），供随后的登记引用',
    admits: 'uploadFiles',
    query: z.strictObject({
      name: z.string().min(1).max(255),
      look: z.literal('later').optional().describe('图片存好即答复，随后再比对'),
    }),
    upload: true,
    uploadMegabytes: MOST_MEGABYTES,
    answer: uploadedPart,
  },
  'GET /api/files/:file': {
    summary: '本人上传的一个附件',
    admits: 'uploadFiles',
    params: z.strictObject({ file: fileHash }),
    query: z.strictObject({ small: z.literal('1').optional() }),
    file: true,
  },
  'GET /api/years/:year/units/:unit/files/:file': {
    summary: '某单位的一个附件；small=1 为小图',
    admits: 'readLedger',
    params: z.strictObject({ year: yearParam, unit: unitParam, file: fileHash }),
    query: z.strictObject({ small: z.literal('1').optional() }),
    file: true,
  },
})
