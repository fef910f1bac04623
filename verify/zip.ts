/** Reads the files of a case file by its central directory; throws a Chinese sentence where it is none, or cannot be read. */
export async function readZip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0) throw new Error('这不是压缩包，或没有下载完整')
  const files = new Map<string, Uint8Array>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new Error('压缩包没下载完')
    const method = view.getUint16(at + 10, true)
    const [size, start] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (name.endsWith('/')) continue
    if (start + 30 > bytes.length) throw new Error(`压缩包里的“${name}”坏了`)
    const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
    const packed = bytes.subarray(from, from + size)
    if (files.has(name)) throw new Error(`压缩包里有两个“${name}”`)
    try {
      files.set(name, method === 0 ? packed : await inflate(packed))
    } catch {
      throw new Error(`压缩包里的“${name}”解不开`)
    }
  }
  if (!files.has('目录.json')) throw new Error('压缩包里没有案卷的目录：不是案卷，或解压后另行压缩过')
  return files
}

async function inflate(packed: Uint8Array): Promise<Uint8Array> {
  const blob = new Blob([packed as Uint8Array<ArrayBuffer>])
  const stream = blob.stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
