import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A store that believes nothing: it signs each request by itself (AWS Signature 4, as its specification has it) and hashes each body; s3rver does neither. */
export async function openSignedStore(
  secret: string,
): Promise<{ readonly endpoint: string; readonly server: Server; readonly judged: string[] }> {
  const judged: string[] = []
  const kept = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    void buffer(request).then(body => {
      const fault = judge(request, body, secret)
      judged.push(`${request.method} ${fault ?? 'right'}`)
      if (fault !== undefined) return response.writeHead(403).end()
      if (request.method === 'PUT') kept.set(request.url!, body)
      const found = kept.get(request.url!)
      return response
        .writeHead(found === undefined ? 404 : 200)
        .end(request.method === 'GET' ? found : undefined)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, judged }
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest()

function judge({ method, url, headers }: IncomingMessage, body: Buffer, secret: string): string | undefined {
  const said =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/
  const [, day, region, names, signature] = said.exec(headers['authorization'] ?? '') ?? []
  if (day === undefined) return 'unsigned'
  const told = String(headers['x-amz-content-sha256'])
  if (method === 'PUT' && told !== sha256(body)) return 'other bytes'
  const signed = names!.split(';')
  if (!signed.includes('host') || !signed.includes('x-amz-content-sha256')) return 'too little signed'
  const lines = signed.map(name => `${name}:${String(headers[name]).trim()}\n`).join('')
  const asked = [method, url, '', lines, names, told].join('\n')
  const text = [
    'AWS4-HMAC-SHA256',
    headers['x-amz-date'],
    `${day}/${region}/s3/aws4_request`,
    sha256(asked),
  ].join('\n')
  const key = ['s3', 'aws4_request'].reduce(
    (last, step) => hmac(last, step),
    hmac(hmac(`AWS4${secret}`, day), region!),
  )
  return hmac(key, text).toString('hex') === signature ? undefined : 'wrongly signed'
}
