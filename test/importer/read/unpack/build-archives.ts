import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { buffer } from "node:stream/consumers";
import tar, { type Header } from "tar-stream";

export interface ZipEntry {
  readonly name: string | Buffer;
  readonly content: string | Buffer;
  /** Says that it is encrypted, which no reader can tell from the bytes. */
  readonly encrypted?: true;
  readonly symlink?: true;
  /** Another checksum than the content has. */
  readonly crc32?: number;
  readonly method?: number;
  /** Another length than the content has. */
  readonly statedSize?: number;
}

/** A zip archive as any tool makes it, and as no tool should. */
export function buildZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const method = entry.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((entry.encrypted ? 1 : 0) | (typeof entry.name === "string" ? 0x800 : 0), 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(entry.crc32 ?? crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.statedSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.symlink ? 0o120777 : 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 3]), fields, tail, name]));
    files.push(local);
    offset += local.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directoryBytes, end]);
}

/** A tar archive; an entry without content is what its header says, such as a link. */
export async function buildTar(
  entries: readonly {
    readonly header: Partial<Header> & { readonly name: string };
    readonly content?: string | Buffer;
  }[],
): Promise<Buffer> {
  const pack = tar.pack();
  for (const { header, content } of entries) pack.entry(header, Buffer.from(content ?? ""));
  pack.finalize();
  return await buffer(pack);
}

export interface WarcEntry {
  readonly type: string;
  readonly url?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly block: string | Buffer;
  /** Another length than the block has. */
  readonly statedLength?: number;
}

/** The records of a web archive, each by itself. */
export const buildWarcRecords = (entries: readonly WarcEntry[]): Buffer[] =>
  entries.map(({ type, url, fields, block, statedLength }) => {
    const bytes = Buffer.from(block);
    const head = {
      "WARC-Type": type,
      ...(url === undefined ? {} : { "WARC-Target-URI": url }),
      "WARC-Date": "2024-03-05T06:07:08Z",
      "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000000>",
      ...fields,
      "Content-Length": String(statedLength ?? bytes.length),
    };
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join("")}\r\n`), bytes, Buffer.from("\r\n\r\n")]);
  });

export const buildWarc = (entries: readonly WarcEntry[]): Buffer => Buffer.concat(buildWarcRecords(entries));

/** As web archives are compressed: each record a member of its own. */
export const buildWarcGz = (entries: readonly WarcEntry[]): Buffer =>
  Buffer.concat(buildWarcRecords(entries).map((record) => gzipSync(record)));
