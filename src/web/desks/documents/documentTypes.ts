import type { CallAnswer } from '../../client/call.ts'

/** The list of documents as the server returns it. */
type DocumentList = CallAnswer<'GET /api/years/:year/documents'>

/** One document of the list. */
export type DocumentRow = DocumentList['documents'][number]

/** A kind of document with how many there are. */
export type KindCount = DocumentList['kinds'][number]

/** What can be drafted of a kind. */
export type OpenKind = CallAnswer<'GET /api/years/:year/documents/open'>['kinds'][number]

/** One document with its text. */
export type OneDocument = CallAnswer<'GET /api/years/:year/documents/:document'>

/** An issuing body. */
export type Issuer = CallAnswer<'GET /api/documents/issuers'>['issuers'][number]

/** A kind's template with its versions. */
export type KeptTemplate = CallAnswer<'GET /api/documents/templates'>['templates'][number]

/** A finding about a Word file. */
export type Finding = CallAnswer<'POST /api/documents/templates/:kind'>['findings'][number]
