// A program without a compiler.
const { BatchStatusSchema, isBatchStatus, parseJson } = require("openai-batch-types");

console.log(JSON.stringify([isBatchStatus("failed"), parseJson(BatchStatusSchema, '"expired"')]));
