-- Set the citations of a book: blocks of code in, one division for each citation out, and then
-- the sources. The class of a block is what is in it: «cites», «nocite», or the format of a
-- bibliography. Every line has a letter before it, so that none ends the block.

-- Nothing that is read here may open a file: the last argument is the files that may be opened.
local NONE = {}
local OPTIONS = {}
local READER = "markdown-raw_html-raw_tex-raw_attribute-yaml_metadata_block-pandoc_title_block"
  .. "-smart-footnotes-inline_notes-tex_math_dollars"

-- What a bibliography may call a language, where pandoc does not know the name.
local LANGUAGES = {
  norwegian = "nb", norsk = "nb", bokmal = "nb", ["bokmål"] = "nb", nynorsk = "nn",
  norwegiannynorsk = "nn", northernsami = "se", samin = "se", no = "nb", ["no-NO"] = "nb",
}

local function unmarked(text)
  return (("\n" .. text):gsub("\n.", "\n"):sub(2))
end

local function read(text, format)
  if format == "yaml" then
    text, format = "---\n" .. text .. "\n---\n", "markdown"
  end
  return pandoc.read(text, format, OPTIONS, NONE)
end

-- The title is marked with its language, which citeproc keeps through all that it does to it.
local function with_language(reference)
  if reference.language then
    local language = pandoc.utils.stringify(reference.language)
    language = LANGUAGES[language:lower()] or LANGUAGES[language] or language
    reference.language = language
    for _, name in ipairs({ "title", "container-title" }) do
      local title = reference[name]
      if title and name == "title" then
        local words = pandoc.utils.type(title) == "Inlines" and title or pandoc.Inlines(pandoc.utils.stringify(title))
        reference[name] = pandoc.MetaInlines({ pandoc.Span(words, { lang = language }) })
      end
    end
  end
  return reference
end

local function references_in(text, format)
  local meta = read(text, format).meta
  local found = {}
  for _, reference in ipairs(meta.references or {}) do
    if pandoc.utils.type(reference) == "table" and reference.id then
      found[#found + 1] = with_language(reference)
    end
  end
  return found
end

-- A citation is one paragraph that names only sources there are; anything else is left as written.
local function cited(line, known)
  local blocks = read(line, READER).blocks
  local some, all = false, true
  blocks:walk({
    Citation = function(citation)
      some, all = true, all and known[citation.id] ~= nil
    end,
    Cite = function(cite)
      for _, citation in ipairs(cite.citations) do
        some, all = true, all and known[citation.id] ~= nil
      end
    end,
  })
  if some and all and #blocks == 1 and (blocks[1].t == "Para" or blocks[1].t == "Plain") then
    return pandoc.Div(blocks, { class = "set" })
  end
  return pandoc.Div({}, { class = "unset" })
end

local function nothing()
  return {}
end

-- Pictures, HTML and formulas in a title are words.
local PLAIN = {
  Math = function(math)
    return pandoc.Str(math.text)
  end,
  Image = function(image)
    return image.caption
  end,
  RawInline = nothing,
  RawBlock = nothing,
  Note = nothing,
}

function Pandoc(doc)
  local all, known = {}, {}
  local out = pandoc.Blocks({})
  local number = 0
  for _, block in ipairs(doc.blocks) do
    local format = block.classes[1]
    if format ~= "cites" and format ~= "nocite" then
      number = number + 1
      local fine, found = pcall(references_in, unmarked(block.text), format)
      if fine then
        for _, reference in ipairs(found) do
          local id = pandoc.utils.stringify(reference.id)
          if not known[id] then
            known[id] = true
            all[#all + 1] = reference
          end
        end
      else
        local why = tostring(found)
        local at = pandoc.Attr("", { "unread" }, { ["data-file"] = tostring(number) })
        out:insert(pandoc.Div({ pandoc.Plain({ pandoc.Str(why) }) }, at))
      end
    end
  end
  for _, block in ipairs(doc.blocks) do
    local format = block.classes[1]
    if format == "cites" then
      for line in unmarked(block.text):gmatch("[^\n]+") do
        out:insert(cited(line, known))
      end
    elseif format == "nocite" then
      local kept = pandoc.Inlines({})
      for _, one in ipairs(read(unmarked(block.text), READER).blocks) do
        kept:extend(one.content or {})
      end
      doc.meta.nocite = pandoc.MetaInlines(kept)
    end
  end
  doc.meta.references = all
  doc.meta.bibliography = nil
  doc.blocks = out
  local set = pandoc.utils.citeproc(doc)
  set.blocks = set.blocks:walk(PLAIN)
  set.meta = {}
  return set
end
