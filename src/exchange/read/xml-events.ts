import sax from 'sax';
import { documentLimits } from './document-table.ts';
import { FileFault } from './file-fault.ts';

/** An element that begins: its name without a prefix, and its attributes by their names without prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What is told of an XML document, in its order. */
export interface XmlHandlers {
  readonly open: (element: XmlElement) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/**
 * Goes through an XML part of a package. Nothing is fetched, and a document cannot declare entities of its own.
 * @throws FileFault FILE_DAMAGED for what is not well formed, declares a document type, or is nested too deeply
 */
export function xmlEvents(bytes: Uint8Array, part: string, handlers: XmlHandlers): void {
  const parser = sax.parser(true);
  let depth = 0;
  const damaged = (seen: string) => new FileFault('FILE_DAMAGED', seen, { place: part });
  parser.onerror = () => {
    throw damaged('XML that is not well formed');
  };
  parser.ondoctype = () => {
    throw damaged('a declaration of a document type');
  };
  parser.onopentag = ({ name, attributes }) => {
    depth += 1;
    if (depth > documentLimits.depth)
      throw damaged(`more than ${documentLimits.depth} elements in each other`);
    const plain: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes)) plain[local(key)] = String(value);
    handlers.open({ name: local(name), attributes: plain });
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    handlers.close(local(name));
  };
  parser.ontext = handlers.text;
  parser.oncdata = handlers.text;
  parser.write(decode(bytes, damaged)).close();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decode(bytes: Uint8Array, damaged: (seen: string) => FileFault): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff;
  try {
    return new TextDecoder(typeof wide === 'string' ? wide : wide ? 'utf-16be' : 'utf-8', {
      fatal: true,
    }).decode(bytes);
  } catch {
    throw damaged('XML that is not text');
  }
}
