-- Leave source positions on blocks and images only, and no raw HTML.

local function unwrapped(element)
  if element.attributes["wrapper"] then
    return element.content
  end
  element.attributes["data-pos"] = nil
  return element
end

-- Comments are for authors and are dropped. All other raw HTML becomes text, so that no markup
-- gets into an edition past the Document.
local function printed(text)
  local rest = text:gsub("<!%-%-%-?>", ""):gsub("<!%-%-.-%-%->", "")
  if not rest:find("%S") then
    return {}
  end
  return { pandoc.Str(rest) }
end

function Span(span)
  return unwrapped(span)
end

function Link(link)
  link.attributes["data-pos"] = nil
  return link
end

function Code(code)
  code.attributes["data-pos"] = nil
  return code
end

function Div(div)
  if not div.attributes["wrapper"] then
    -- A div that begins with a heading would become a section, and the heading would lose its id.
    if #div.content > 0 and div.content[1].t == "Header" then
      div.content:insert(1, pandoc.Plain({}))
    end
    return div
  end
  if #div.content == 0 then
    return {}
  end
  -- A wrapper around a Plain would become a span with two positions.
  if #div.content == 1 and div.content[1].t == "Plain" then
    return div.content
  end
  return div
end

-- Keep the paragraphs of a definition apart.
function DefinitionList(list)
  for _, item in ipairs(list.content) do
    for _, definition in ipairs(item[2]) do
      if #definition > 1 then
        for index, block in ipairs(definition) do
          if block.t == "Plain" then
            definition[index] = pandoc.Para(block.content)
          end
        end
      end
    end
  end
  return list
end

function RawInline(raw)
  return printed(raw.text)
end

function RawBlock(raw)
  local text = printed(raw.text)
  return #text == 0 and {} or pandoc.Para(text)
end
