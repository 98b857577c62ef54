export { ZipArchive, ZipFault } from './read-zip.js';
export { writeZip, type ZipPart } from './write-zip.js';
